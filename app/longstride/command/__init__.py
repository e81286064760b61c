"""The command line: what each word after ``longstride`` does."""
