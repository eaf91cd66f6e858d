package dev.cleave.platform.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalServersTests {

	@TempDir
	Path temporary;

	@AfterEach
	void leavesNoProcessBehind() {
		assertThat(Patience.until(() -> processes().isEmpty(), Duration.ofSeconds(5))).as("left: %s", processes())
			.isTrue();
	}

	@Test
	void keepTheirDataBetweenRuns() {
		try (var servers = open()) {
			Notes.write(servers, "kept");
		}

		try (var servers = open()) {
			assertThat(Notes.inPostgres(servers)).isEqualTo("kept");
			assertThat(Notes.inRedis(servers)).isEqualTo("kept");
		}
	}

	@Test
	void makeCommitsDurableAndSortTheSameEverywhere() {
		try (var servers = open()) {
			assertThat(Notes.ask(servers, "SHOW fsync")).isEqualTo("on");
			assertThat(Notes.ask(servers, "SHOW synchronous_commit")).isEqualTo("on");
			assertThat(Notes.ask(servers, "SHOW server_encoding")).isEqualTo("UTF8");
			assertThat(Notes.ask(servers, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
			assertThat(Notes.ask(servers, "SELECT datlocale FROM pg_database WHERE datname = current_database()"))
				.isEqualTo("C.UTF-8");
		}
	}

	@Test
	void sweepWhatAKilledProcessLeftRunning() throws Exception {
		var killed = CleaveToKill.start(folder());
		assertThat(folder().resolve("ready")).as(childLog()).exists();
		killed.destroyForcibly().waitFor();
		assertThat(processes()).hasSizeGreaterThanOrEqualTo(2);

		try (var servers = open()) {
			assertThat(Notes.inPostgres(servers)).isEqualTo("written before the kill");
			assertThat(Notes.inRedis(servers)).isEqualTo("written before the kill");
		}
	}

	@Test
	void refuseAFolderThatALivingProcessUses() throws Exception {
		var living = CleaveToKill.start(folder());
		assertThat(folder().resolve("ready")).as(childLog()).exists();

		assertThatExceptionOfType(LocalServerException.class).isThrownBy(this::open)
			.withMessageContaining("Another Cleave (process %d)".formatted(living.pid()))
			.satisfies(refusal -> assertThat(refusal.action()).contains("cleave.local.directory"));
		assertThat(processes()).isNotEmpty();

		living.getOutputStream().close();
		assertThat(living.waitFor()).isZero();
	}

	@Test
	void refuseAFolderThatThisProcessUsesAndKeepItLocked() {
		try (var servers = open()) {
			assertThatExceptionOfType(LocalServerException.class).isThrownBy(this::open);
			assertThatExceptionOfType(LocalServerException.class).isThrownBy(this::open);
		}

		open().close();
	}

	@Test
	void startAnewWhereThePreparationWasCutShort() throws IOException {
		Files.createDirectories(folder().resolve("postgres"));
		Files.writeString(folder().resolve("postgres/postgresql.conf"), "half");
		Files.writeString(folder().resolve("postgres.unfinished"), "");

		try (var servers = open()) {
			assertThat(Notes.ask(servers, "SELECT 'works'")).isEqualTo("works");
		}
	}

	@Test
	void leaveAStrangerAloneWhosePidIsInAStaleFile() throws IOException {
		var stranger = ProcessHandle.current();
		Files.createDirectories(folder().resolve("redis"));
		Files.writeString(folder().resolve("redis/redis.pid"), stranger.pid() + "\n");

		try (var servers = open()) {
			assertThat(servers.redis().port()).isPositive();
		}

		assertThat(stranger.isAlive()).isTrue();
	}

	private LocalServers open() {
		return LocalServers.open(Notes.settings(folder()));
	}

	private Path folder() {
		try {
			return Files.createDirectories(this.temporary.resolve("data"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String childLog() throws IOException {
		return Files.readString(this.temporary.resolve("child.log"));
	}

	/// Every process that mentions the folder: the servers do, in their arguments.
	private List<String> processes() {
		return ProcessHandle.allProcesses()
			.filter(process -> process.pid() != ProcessHandle.current().pid())
			.flatMap(process -> process.info().commandLine().stream())
			.filter(command -> command.contains(this.temporary.toString()))
			.toList();
	}

}
