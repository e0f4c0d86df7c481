-- Kafka has forgotten what comes behind a watermark: the streams of the shard have a hole, which nobody may take for whole.
-- ARGV: a new life, then (mark, the oldest offset there is)...
for i = 2, #ARGV, 2 do
  local current = tonumber(redis.call('HGET', marks, ARGV[i]) or '-1')
  if current >= 0 and current + 1 < tonumber(ARGV[i + 1]) then
    redis.call('HSET', marks, 'life', ARGV[1], ARGV[i], number(tonumber(ARGV[i + 1]) - 1))
  end
end
return 'OK'
