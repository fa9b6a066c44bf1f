"""What mayors and councils are measured on, framework by framework."""
