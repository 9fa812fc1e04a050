"""What importing a table would do, before anything is written: rows to create, to change, and to leave."""
