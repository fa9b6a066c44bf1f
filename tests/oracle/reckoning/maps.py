"""Classes of a map a second time: of all cuts of the sorted figures, the one that keeps them most alike."""

from functools import cache


def most_classes(places):
    """Five; of fewer than ten places half as many, rounded up, two at least: one each would be a ranking."""
    return 5 if places >= 10 else max((places + 1) // 2, 2)


def least_spread(values, classes):
    """The least sum of squares about the classes' means that any cut into so many classes leaves."""
    ordered = sorted(values)

    def spread(start, end):
        part = ordered[start:end]
        mean = sum(part) / len(part)
        return sum((value - mean) ** 2 for value in part)

    @cache
    def least(end, left):
        if left == 1:
            return spread(0, end)
        return min(least(cut, left - 1) + spread(cut, end) for cut in range(left - 1, end))

    return least(len(ordered), classes)


def spread_within(groups):
    """The sum of squares about each group's mean."""
    total = 0.0
    for group in groups:
        mean = sum(group) / len(group)
        total += sum((value - mean) ** 2 for value in group)
    return total
