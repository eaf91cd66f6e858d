-- What customers said themselves, apart from the timeline that never changes, so that it can be erased.
CREATE TABLE order_remark (
	order_id uuid NOT NULL REFERENCES orders,
	-- The step of the timeline that it explains.
	sequence bigint NOT NULL,
	remark text NOT NULL,
	PRIMARY KEY (order_id, sequence)
);
