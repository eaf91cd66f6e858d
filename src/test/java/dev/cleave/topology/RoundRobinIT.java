package dev.cleave.topology;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundRobinIT {

	@Test
	void servesAsOne() throws Exception {
		try (var cluster = Cluster.start(Layout.MONO_TIMES_3); var http = HttpClient.newHttpClient()) {
			var served = new TreeMap<String, Integer>();
			var question = HttpRequest.newBuilder(cluster.gateway().resolve("/api/v1/products")).build();
			for (var request = 0; request < 3_000; request++) {
				var answer = http.send(question, BodyHandlers.ofString());
				assertThat(answer.statusCode()).isEqualTo(200);
				served.merge(answer.headers().firstValue("X-Served-By").orElseThrow(), 1, Integer::sum);
			}
			assertThat(served).hasSize(3);
			assertThat(served.values()).allMatch((count) -> count >= 990 && count <= 1_010);
		}
	}

}
