"""OData v4, read-only: the figures as tables that Excel and Power BI know how to ask for."""
