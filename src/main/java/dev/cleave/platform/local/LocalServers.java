package dev.cleave.platform.local;

/// The servers of one data folder, which it keeps to itself until it is closed. Each is started by the first who begins
/// or asks for it, without holding up the others.
public final class LocalServers implements AutoCloseable {

	private final FolderLock lock;

	private final InBackground<LocalPostgres> postgres;

	private final InBackground<LocalRedis> redis;

	private final LocalSettings settings;

	private LocalServers(FolderLock lock, LocalSettings settings) {
		this.lock = lock;
		this.postgres = new InBackground<>("PostgreSQL", () -> LocalPostgres.start(settings));
		this.redis = new InBackground<>("Redis", () -> LocalRedis.start(settings));
		this.settings = settings;
	}

	/// Takes hold of the folder; no server runs yet.
	///
	/// @throws LocalServerException if another process holds it
	public static LocalServers open(LocalSettings settings) {
		return new LocalServers(FolderLock.take(settings.directory()), settings);
	}

	void beginPostgres() {
		this.postgres.begin();
	}

	void beginRedis() {
		this.redis.begin();
	}

	/// The PostgreSQL, once it is up.
	public LocalPostgres postgres() {
		return this.postgres.await();
	}

	/// The Redis, once it is up.
	public LocalRedis redis() {
		return this.redis.await();
	}

	/// Ends what an earlier holder of the folder left running and removes its data. To be
	/// called before any start.
	public void clear() {
		LocalPostgres.clear(this.settings);
		LocalRedis.clear(this.settings);
	}

	/// Stops what was started and leaves the folder to others. Further calls do nothing.
	@Override
	public void close() {
		try {
			this.redis.end(LocalRedis::close);
			this.postgres.end(LocalPostgres::close);
		}
		finally {
			this.lock.close();
		}
	}

}
