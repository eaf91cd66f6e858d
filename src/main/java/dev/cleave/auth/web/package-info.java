/// The calls under `/api/v1/auth`.
@NullMarked
package dev.cleave.auth.web;

import org.jspecify.annotations.NullMarked;
