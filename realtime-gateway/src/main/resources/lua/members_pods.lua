-- The pods that hold sessions of a group, for one of its members. ARGV: group, user. Answers {'OK', pod...} or {'FORBIDDEN'}.
if not seat(ARGV[1], ARGV[2]) then return { 'FORBIDDEN' } end
return { 'OK', unpack(pods('g:' .. ARGV[1])) }
