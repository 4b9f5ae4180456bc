-- expect: limit_work
-- Floats that differ in their last bits have one hash.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for k = 1, 30000 do t[1 + k * 2^-52] = k end
  end,
}
