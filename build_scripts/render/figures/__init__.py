"""Line drawings as SVG files: the same file on the page and on paper, legible in black and white."""
