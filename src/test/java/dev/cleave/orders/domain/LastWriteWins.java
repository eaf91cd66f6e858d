package dev.cleave.orders.domain;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// A planted bug: what is heard last of a product is believed, whichever version it is.
public class LastWriteWins {

	@Bean
	@Primary
	CopyingProducts gullibleCopies(ProductCopies copies, JdbcClient jdbc) {
		return new Gullible(copies, jdbc);
	}

	static class Gullible extends CopyingProducts {

		private final ProductCopies copies;

		private final JdbcClient jdbc;

		Gullible(ProductCopies copies, JdbcClient jdbc) {
			super(copies);
			this.copies = copies;
			this.jdbc = jdbc;
		}

		@Override
		@Transactional("orders")
		public void copy(List<ProductCopy> told) {
			for (var one : told) {
				this.jdbc.sql("DELETE FROM product_copy WHERE sku = ?").param(one.sku()).update();
				this.copies.put(List.of(one));
			}
		}

	}

}
