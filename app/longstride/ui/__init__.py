"""The window: pages, dialogs and widgets. They get values and emit intentions."""
