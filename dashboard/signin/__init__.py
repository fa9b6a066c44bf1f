"""Who is there and what they may do: OpenID Connect sign-in, roles and the session. Office only."""
