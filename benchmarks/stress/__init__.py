"""Stress: hostile pages, growth, mutations, long runs. What `docs/reliability.md` promises is measured here."""
