//! Views: the analysis arranged as people look at it.
