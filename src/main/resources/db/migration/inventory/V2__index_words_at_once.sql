-- A list of words that are yet to be indexed makes the planner avoid the index after an import.
ALTER INDEX product_words SET (fastupdate = off);
