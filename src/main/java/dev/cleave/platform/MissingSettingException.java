package dev.cleave.platform;

/// Cleave can't start for want of a setting. The message names it.
public class MissingSettingException extends RuntimeException {

	private final String setting;

	/// @param setting the property, such as `cleave.web.cursor-secret`
	/// @param why what it is needed for, as a sentence
	public MissingSettingException(String setting, String why) {
		super("The setting %s is missing. %s".formatted(setting, why));
		this.setting = setting;
	}

	public String setting() {
		return this.setting;
	}

	/// The environment variable that sets it.
	public String variable() {
		return this.setting.replace('-', '_').replace('.', '_').toUpperCase(java.util.Locale.ROOT);
	}

}
