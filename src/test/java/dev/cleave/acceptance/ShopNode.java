package dev.cleave.acceptance;

import java.io.IOException;

import dev.cleave.Cleave;

import org.springframework.boot.SpringApplication;

/// The main class of a shop that a test runs in a process of its own: it never outlives the test.
final class ShopNode {

	private ShopNode() {
	}

	public static void main(String[] arguments) {
		Thread.ofPlatform().daemon().start(ShopNode::endWithTheTest);
		var application = new SpringApplication(Cleave.class);
		application.run(arguments);
	}

	// The test holds the other end of our standard input, until it ends in whatever way.
	private static void endWithTheTest() {
		try {
			while (System.in.read() >= 0) {
				continue;
			}
		}
		catch (IOException ex) {
			// The pipe broke: the test is gone.
		}
		Runtime.getRuntime().halt(1);
	}

}
