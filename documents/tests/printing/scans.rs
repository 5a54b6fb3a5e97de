//! What may come in, and that all of it can be bound.
