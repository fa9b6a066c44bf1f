"""Questions of the public: the public process may only add one, the office reads and forgets them."""
