"""Alerts: what has changed, sent to those of the office who asked for it, by e-mail or webhook."""
