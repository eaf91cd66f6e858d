/// A module's own corner of PostgreSQL: schema, roles, pools, transactions and migrations.
@NamedInterface("persistence")
@NullMarked
package dev.cleave.platform.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
