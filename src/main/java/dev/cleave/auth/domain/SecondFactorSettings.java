package dev.cleave.auth.domain;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who can't do without a second factor.
///
/// @param secondFactorFor the roles whose holders set one up before they do anything else; none by default, and `STAFF`
/// and `ADMIN` where it is about more than trying out
@ConfigurationProperties("cleave.auth")
public record SecondFactorSettings(@DefaultValue Set<Role> secondFactorFor) {

	public SecondFactorSettings {
		secondFactorFor = Set.copyOf(secondFactorFor);
	}

}
