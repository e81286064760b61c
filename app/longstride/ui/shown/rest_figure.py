"""The figure that stands for rest: on the back, knees bent, hands on the ribs."""

AT_REST = "ribcage-breathing"
"""The drill whose key picture it is."""
