"""A combined authority of two districts and a third outside it, as every query test knows them.

E08000016 has ended and lives on under another code: a sum must not wait for it.
"""

AREAS = """
    area_code | name               | level              | current
    E47000001 | Greater Manchester | combined_authority | 1
    E08000001 | Bolton             | district           | 1
    E08000006 | Salford            | district           | 1
    E08000016 | Barnsley (ended)   | district           | 0
    E09000001 | City of London     | district           | 1
    E05000101 | Heaton             | ward               | 1
    E05000102 | Tonge              | ward               | 1
"""

MEMBERSHIP = """
    area_code | within
    E08000001 | E47000001
    E08000006 | E47000001
    E08000016 | E47000001
    E05000101 | E08000001
    E05000101 | E47000001
    E05000102 | E08000001
    E05000102 | E47000001
"""

REGION = {"areas": AREAS, "membership": MEMBERSHIP}
