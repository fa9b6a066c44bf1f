"""Questions of the public: asked and answered in the public view, triaged in the office."""
