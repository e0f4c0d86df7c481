-- Moves watermarks of a shard up to what was read without meaning anything for it, and finds lost ones.
-- ARGV: (mark, expected, reached)... Answers the marks that are lower than expected.
local lost = { }
for i = 1, #ARGV, 3 do
  local current = tonumber(redis.call('HGET', marks, ARGV[i]) or '-1')
  if current < tonumber(ARGV[i + 1]) then
    lost[#lost + 1] = ARGV[i]
  elseif current < tonumber(ARGV[i + 2]) then
    redis.call('HSET', marks, ARGV[i], ARGV[i + 2])
  end
end
return lost
