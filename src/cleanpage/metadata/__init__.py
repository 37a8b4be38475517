"""What a page says about itself: claims of many sources, and the values that they resolve to."""
