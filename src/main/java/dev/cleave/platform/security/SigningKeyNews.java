package dev.cleave.platform.security;

/// What all modules hear of the keys that sign tokens.
sealed interface SigningKeyNews permits SigningKeyPublished, SigningKeyRetired {

}
