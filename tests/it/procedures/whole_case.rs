//! One adoption of a foundling from the institution, from application to the last visit.
