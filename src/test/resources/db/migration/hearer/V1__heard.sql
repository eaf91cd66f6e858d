CREATE TABLE heard (
	place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	message_id uuid NOT NULL UNIQUE,
	key text NOT NULL,
	sequence bigint NOT NULL,
	number int NOT NULL
);
