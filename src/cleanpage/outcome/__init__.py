"""What a page turned out to be, and how probable it is that its body is right."""
