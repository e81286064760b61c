"""What more than one room shows: values, the words for them, and the widgets made of them."""
