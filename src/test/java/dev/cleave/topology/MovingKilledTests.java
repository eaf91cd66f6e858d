package dev.cleave.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import dev.cleave.topology.MovingScript.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The scripts of `docker/moving` are killed at every statement that they send, and called again, while somebody writes.
@Tag("topologies")
class MovingKilledTests {

	/// A psql that kills the script that calls it for the n-th time: before it does
	/// anything if n is odd; else it goes on by itself, as it would.
	private static final String DEADLY = """
			#!/bin/sh
			n=$(($(cat '%1$s/count') + 1))
			echo $n >'%1$s/count'
			if [ $n = "$(cat '%1$s/deadly')" ]; then
				pid=$$
				while [ $pid -gt 1 ]; do
					! tr '\\0' ' ' </proc/$pid/cmdline | grep -q '^/bin/sh .*docker/moving/' || script=$pid
					pid=$(awk '/^PPid/ { print $2 }' /proc/$pid/status)
				done
				kill -9 $script
				[ $((n %% 2)) = 0 ] || exit 1
				echo $$ >'%1$s/orphan'
			fi
			exec %2$s "$@"
			""";

	private static final int MOST_CALLS = 5;

	private Path folder;

	private PlainModule module;

	private MovingScript script;

	private String move = "extract";

	@BeforeEach
	void prepare(@TempDir Path temporary) throws Exception {
		assumeTrue(MovingScript.canRun() && Files.exists(Path.of("/proc/self/cmdline")));
		this.folder = temporary;
		var psql = Files.writeString(temporary.resolve("psql"), DEADLY.formatted(temporary, Build.program("psql")));
		Files.setPosixFilePermissions(psql, PosixFilePermissions.fromString("rwx------"));
		this.module = new PlainModule(temporary);
		this.script = this.module.script().with("PATH", temporary + ":" + System.getenv("PATH"));
		this.module.startWriting();
	}

	@AfterEach
	void close() throws Exception {
		if (this.module != null) {
			this.module.close();
		}
	}

	@Test
	void endsWellWhereverItIsKilled() throws Exception {
		for (var deadly = 1; diesAndEndsWell("copy", deadly); deadly++) {
			take("undo");
		}
		for (var deadly = 1; diesAndEndsWell("switch", deadly); deadly++) {
			turnBack();
		}
		for (var deadly = 1; diesAndEndsWell("finish", deadly); deadly++) {
			turnBackOnceFinished();
			take("switch");
		}
		this.module.stopWriting();

		this.module.verify(this.move.equals("extract") ? this.module.own() : this.module.shared());
		assertThat(this.module.remains()).isZero();
	}

	@Test
	void givesUpWellWhereverItIsKilled() throws Exception {
		for (var deadly = 1;; deadly++) {
			take("copy");
			if (!diesAndEndsWell("undo", deadly)) {
				break;
			}
		}
		for (var deadly = 1;; deadly++) {
			take("copy");
			var died = dies("switch", deadly);
			if (isThere()) {
				again("switch");
				turnBackOnceFinished();
			}
			again("undo");
			if (!died) {
				break;
			}
		}
		this.module.stopWriting();

		assertThat(this.module.remains()).isZero();
		this.module.verify(this.move.equals("extract") ? this.module.shared() : this.module.own());
	}

	/// What the dead one had begun may still bring it there.
	private boolean isThere() throws Exception {
		var orphan = this.folder.resolve("orphan");
		if (Files.exists(orphan)) {
			ProcessHandle.of(Long.parseLong(Files.readString(orphan).strip())).ifPresent(psql -> psql.onExit().join());
			Files.delete(orphan);
		}
		var target = this.move.equals("extract") ? this.module.own() : this.module.shared();
		return PlainModule.ask(target, "SELECT cleave_moving.state('plain')").equals("LIVE");
	}

	private void turnBack() throws IOException {
		take("finish");
		turnBackOnceFinished();
	}

	private void turnBackOnceFinished() throws IOException {
		again("finish");
		this.move = this.move.equals("extract") ? "absorb" : "extract";
		take("copy");
	}

	/// Whether it died. It ends well when it is called again.
	private boolean diesAndEndsWell(String step, int deadly) throws IOException {
		var died = dies(step, deadly);
		if (died) {
			again(step);
		}
		return died;
	}

	private boolean dies(String step, int deadly) throws IOException {
		arm(deadly);
		var outcome = this.script.attempt(this.move, "plain", step);
		assertThat(outcome.status()).as("%s, killed at %d: %s", step, deadly, outcome.said()).isIn(0, 137);
		return outcome.status() == 137;
	}

	private void take(String step) throws IOException {
		arm(0);
		this.script.run(this.move, "plain", step);
	}

	/// What the dead one had begun may still be under way, and in the way.
	private void again(String step) throws IOException {
		arm(0);
		var said = new StringBuilder();
		for (var call = 1; call <= MOST_CALLS; call++) {
			Outcome outcome = this.script.attempt(this.move, "plain", step);
			if (outcome.status() == 0) {
				return;
			}
			said.append(outcome.said());
		}
		throw new AssertionError("%s %s does not end well: %s".formatted(this.move, step, said));
	}

	private void arm(int deadly) throws IOException {
		for (var counter : List.of("count 0", "deadly " + deadly)) {
			Files.writeString(this.folder.resolve(counter.split(" ")[0]), counter.split(" ")[1]);
		}
	}

}
