-- Remembers how far a device got; beyond the top means the top. ARGV: user, device, epoch, seq, hash, now in ms.
local user = ARGV[1]
local epoch, seq, hash = top('u:' .. user)
if ARGV[3] ~= epoch and ARGV[4] ~= '0' then return 0 end
local at = ARGV[3] .. '.' .. ARGV[4] .. '.' .. ARGV[5]
if tonumber(ARGV[4]) > seq then at = epoch .. '.' .. number(seq) .. '.' .. hash end
local devices = key('d', user)
-- Cumulative: an older ack that comes late changes nothing.
local held = redis.call('HGET', devices, ARGV[2])
local heldEpoch, heldSeq = string.match(held or '', '|(%w+)%.(%d+)%.')
if heldEpoch == epoch and tonumber(heldSeq) > tonumber(ARGV[4]) then return 0 end
redis.call('HSET', devices, ARGV[2], ARGV[6] .. '|' .. at)
redis.call('EXPIRE', devices, INBOX_DAYS * 86400)
if redis.call('HLEN', devices) > 64 then
  local oldest, since
  local all = redis.call('HGETALL', devices)
  for i = 1, #all, 2 do
    local time = tonumber(string.match(all[i + 1], '^%d+'))
    if not since or time < since then oldest, since = all[i], time end
  end
  redis.call('HDEL', devices, oldest)
end
return 1
