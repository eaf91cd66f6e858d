-- Lines are written in the transaction that writes their reservation, and nothing deletes a reservation: to look it up
-- again for each of them only takes time.
SET LOCAL lock_timeout = '2s';
-- safe: the former release writes them in the same way
ALTER TABLE reservation_line DROP CONSTRAINT reservation_line_reference_fkey;
