/// Things that may be null.
@Deprecated
package dev.cleave.planted.packageshaveasentence.careless;
