/* Starts the app once all its scripts are there (Dash's own inline script cannot wait for them). */
window.renderer = new window.DashRenderer();
