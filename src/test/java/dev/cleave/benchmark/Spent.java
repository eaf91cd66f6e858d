package dev.cleave.benchmark;

/// CPU seconds that were taken by everybody who takes part, and memory (bytes) that the node holds.
record Spent(double node, double postgres, double redis, double load, long resident) {

	static Spent by(Stand stand) {
		var node = stand.node().pid();
		return new Spent(Cpu.secondsOf(node), Cpu.secondsOf(stand.postgres()), stand.redisSeconds(),
				Cpu.secondsOf(ProcessHandle.current().pid()), Cpu.residentOf(node));
	}

	/// CPU seconds since then, and memory now.
	Spent since(Spent before) {
		return new Spent(this.node - before.node, this.postgres - before.postgres, this.redis - before.redis,
				this.load - before.load, this.resident);
	}

}
