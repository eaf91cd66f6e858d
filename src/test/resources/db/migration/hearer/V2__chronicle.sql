CREATE TABLE chronicle (
	generation int NOT NULL,
	place bigint GENERATED ALWAYS AS IDENTITY,
	key text NOT NULL,
	number int NOT NULL,
	PRIMARY KEY (generation, place)
);
