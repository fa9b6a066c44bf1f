"""The worked example of the first day: a record of its own, shown in place of an empty one."""
