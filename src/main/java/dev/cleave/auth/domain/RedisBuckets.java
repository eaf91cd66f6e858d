package dev.cleave.auth.domain;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/// Buckets that all nodes share. Each question is one script, so nothing happens between looking and taking, and Redis's
/// clock counts. Who is refused writes nothing: floods take no memory.
@Component
class RedisBuckets implements Buckets {

	private static final Logger log = LoggerFactory.getLogger(RedisBuckets.class);

	/// Whatever somebody else may have written there is read as some number within the
	/// limits.
	private static final String READ = """
			local time = redis.call('TIME')
			local now = time[1] * 1000 + math.floor(time[2] / 1000)
			local window, lost = tonumber(ARGV[1]), tonumber(ARGV[2])
			local function read(key, limit)
				local kept = redis.call('HMGET', key, 'spent', 'held', 'at')
				local spent, held, at = tonumber(kept[1]) or 0, tonumber(kept[2]) or 0, tonumber(kept[3]) or now
				local age = now - at
				if not (age >= 0 and age <= lost) then spent, held = spent + held, 0 end
				spent = spent - math.min(window, math.max(0, age)) * limit / window
				if not (spent >= 0) then spent = 0 end
				if not (held >= 0) then held = 0 end
				return math.min(limit, spent), held
			end
			local function write(key, spent, held)
				if spent == 0 and held == 0 then return redis.call('DEL', key) end
				redis.call('HSET', key, 'spent', tostring(spent), 'held', tostring(held), 'at', tostring(now))
				redis.call('PEXPIRE', key, window + lost)
			end
			""";

	private static final RedisScript<Long> TAKE = RedisScript.of(READ + """
			local found = {}
			for i, key in ipairs(KEYS) do
				local limit = tonumber(ARGV[2 + i])
				local spent, held = read(key, limit)
				if spent + 1 > limit then return math.max(1, math.ceil((spent + 1 - limit) * window / limit)) end
				if spent + held + 1 > limit then return 0 end
				found[i] = { spent, held + 1 }
			end
			for i, key in ipairs(KEYS) do write(key, found[i][1], found[i][2]) end
			return -1
			""", Long.class);

	private static final RedisScript<Long> SETTLE = RedisScript.of(READ + """
			for i, key in ipairs(KEYS) do
				local limit, cost = tonumber(ARGV[1 + 2 * i]), tonumber(ARGV[2 + 2 * i])
				local spent, held = read(key, limit)
				if cost < 0 then spent = 0 else spent = math.min(limit, spent + cost) end
				write(key, spent, math.max(0, held - 1))
			end
			return 0
			""", Long.class);

	private final StringRedisTemplate redis;

	private final ThrottleSettings settings;

	RedisBuckets(StringRedisTemplate redis, ThrottleSettings settings) {
		this.redis = redis;
		this.settings = settings;
	}

	@Override
	public Answer take(List<Bucket> buckets) {
		return new Answer(run(TAKE, buckets, buckets.stream().map(Bucket::limit)));
	}

	/// While Redis is away nothing is given back, and so counts as failed.
	@Override
	public void settle(List<Bucket> buckets, Outcome outcome) {
		try {
			run(SETTLE, buckets, buckets.stream().flatMap(bucket -> Stream.of(bucket.limit(), outcome.cost(bucket))));
		}
		catch (DataAccessException ex) {
			log.debug("Redis went away during an attempt", ex);
		}
	}

	private long run(RedisScript<Long> script, List<Bucket> buckets, Stream<Integer> numbers) {
		var times = Stream.of(this.settings.window().toMillis(), LOST.toMillis());
		return Objects.requireNonNull(this.redis.execute(script, buckets.stream().map(Bucket::key).toList(),
				Stream.concat(times, numbers).map(String::valueOf).toArray()));
	}

}
