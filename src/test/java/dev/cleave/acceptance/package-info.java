/// What Cleave promises over HTTP, told as tests that know a base URL and nothing else, so that any topology can be judged.
@NullMarked
package dev.cleave.acceptance;

import org.jspecify.annotations.NullMarked;
