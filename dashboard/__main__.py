"""`python -m dashboard`: serve, as dashboard/web/start.py does."""

import gc
import sys

if __name__ == "__main__":
    # Nothing that is being loaded is garbage; looking for some took a fifth of the time to the first answer.
    gc.disable()  # until dashboard/web/serving.py has loaded all
    from dashboard.web.start import main

    sys.exit(main())
