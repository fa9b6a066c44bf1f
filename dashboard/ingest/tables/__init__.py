"""From a publisher's file to a tidy table, and what every table must satisfy."""
