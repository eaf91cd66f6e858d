package dev.cleave.platform.web;

import java.util.List;

/// What became of an import.
///
/// @param accepted lines that were new or changed something
/// @param unchanged lines that said what was already so
/// @param refused the first 1,000 lines that were refused
/// @param refusedCount all lines that were refused
public record ImportReport(long accepted, long unchanged, List<RefusedLine> refused, long refusedCount) {

	/// @param line counted from 1
	public record RefusedLine(long line, String code, String detail) {
	}

}
