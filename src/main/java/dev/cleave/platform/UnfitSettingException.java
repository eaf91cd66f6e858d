package dev.cleave.platform;

/// Cleave refuses to serve a real shop with a setting that is meant for a laptop.
public class UnfitSettingException extends RuntimeException {

	private final String remedy;

	/// @param setting the property, such as `cleave.local.postgres`
	/// @param fit the value that it must have in production
	/// @param why what is wrong with the value it has, as a sentence
	public UnfitSettingException(String setting, String fit, String why) {
		super("The setting %s is not fit for production. %s".formatted(setting, why));
		this.remedy = "Set %s=%s, or start without the profile production.".formatted(setting, fit);
	}

	public String remedy() {
		return this.remedy;
	}

}
