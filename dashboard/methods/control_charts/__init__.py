"""XmR control charts by the rules of NHS England, Making Data Count."""
