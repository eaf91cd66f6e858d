package dev.cleave.realdata;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Cuts the first day out of the seven months and makes the sample shop of it. Run once; what it wrote is checked in.
final class SampleShopWriter {

	static final Path SHOP = Path.of("src/main/resources/sample");

	private static final Pattern OF_THE_DAY = Pattern.compile(",2010-12-01 \\d\\d:\\d\\d:\\d\\d,");

	private SampleShopWriter() {
	}

	static void main() throws IOException {
		cut(RetailFile.sevenMonths(), RetailFile.inProject(RetailFile.DAY));
		var orders = RetailFile.sampleDay().orders();
		var shop = Files.createDirectories(RetailFile.inProject(SHOP));
		Files.writeString(shop.resolve("products.ndjson"), products(orders));
		Files.writeString(shop.resolve("orders.ndjson"), orders(orders));
	}

	static String products(List<RetailOrder> orders) {
		return text(RetailProduct.of(orders)
			.stream()
			.map(product -> RetailNdjson.product(product, product.ampleQuantity())));
	}

	static String orders(List<RetailOrder> orders) {
		return text(orders.stream().map(RetailNdjson::order));
	}

	// No record of the file spans two lines, so the day can be cut out as it stands,
	// letter for letter.
	private static void cut(RetailFile whole, Path target) throws IOException {
		Files.createDirectories(target.getParent());
		try (var source = whole.reader();
				var zipped = new GZIPOutputStream(Files.newOutputStream(target));
				var writer = new OutputStreamWriter(zipped, StandardCharsets.UTF_8)) {
			writer.write(source.readLine() + "\n");
			for (var line : (Iterable<String>) source.lines().filter(OF_THE_DAY.asPredicate())::iterator) {
				writer.write(line + "\n");
			}
		}
	}

	private static String text(Stream<String> lines) {
		var text = new StringBuilder();
		lines.forEachOrdered(line -> text.append(line).append('\n'));
		return text.toString();
	}

}
