package dev.cleave.inventory.domain;

import java.util.List;
import java.util.Map;

/// Decides which shelves a reservation draws from when there are several.
interface Allocation {

	/// Takes exactly what is wanted. The same question always gets the same answer.
	///
	/// @param wanted units by SKU
	/// @param supply what can be had on all shelves of those products; together it is
	/// enough
	List<Units> allocate(Map<String, Long> wanted, List<Units> supply);

}
