//! What comes in: today pasted text; files of other formats are read into the same shape.
