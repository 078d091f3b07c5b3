import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Speaks MongoDB's protocol on a free port and keeps everything in memory; prints its address. */
public class Server {
  public static void main(String[] args) {
    MemoryBackend backend =
        new MemoryBackend() {
          @Override
          public MemoryDatabase openOrCreateDatabase(String name) {
            return new Narrowing(name, getCursorRegistry());
          }
        };
    backend.version(ServerVersion.MONGO_5_0);
    var address = new MongoServer(backend).bind();
    System.out.println("mongodb://127.0.0.1:" + address.getPort());
  }

  static class Narrowing extends MemoryDatabase {
    Narrowing(String name, CursorRegistry cursors) {
      super(name, cursors);
    }

    @Override
    protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
      return new Narrowed(this, name, options, cursorRegistry);
    }
  }

  /**
   * The library reads a whole collection for nearly every question, by `_id` too, which was most of its work. Here a
   * field that is asked by a value is remembered by its values from then on, and only what may match is read: the
   * library still decides what does.
   */
  static class Narrowed extends MemoryCollection {
    /** Of each field that was asked for: where the documents are that have a value. */
    private final Map<String, TreeMap<Object, TreeSet<Integer>>> places = new HashMap<>();

    Narrowed(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
      super(database, name, options, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
        Document query, Document order, int skip, int limit, int batch, Document fields) {
      boolean isAsStored = order != null && order.containsKey("$natural");
      TreeSet<Integer> found = isAsStored ? null : mayMatch(query);
      return found == null
          ? super.queryDocuments(query, order, skip, limit, batch, fields)
          : matchDocuments(query, found, order, skip, limit, batch, fields);
    }

    /** The fewest that one of the conditions leaves; null where none tells. */
    private TreeSet<Integer> mayMatch(Document query) {
      TreeSet<Integer> fewest = null;
      for (var condition : query.entrySet()) {
        String name = condition.getKey();
        if (name.equals("$and")) {
          for (Object each : (Collection<?>) condition.getValue())
            fewest = fewer(fewest, mayMatch((Document) each));
        } else if (!name.startsWith("$") && !name.contains(".")) {
          fewest = fewer(fewest, having(name, condition.getValue()));
        }
      }
      return fewest;
    }

    private static TreeSet<Integer> fewer(TreeSet<Integer> one, TreeSet<Integer> other) {
      if (one == null || other == null) return one == null ? other : one;
      return one.size() <= other.size() ? one : other;
    }

    private TreeSet<Integer> having(String field, Object asked) {
      if (isPlain(asked)) return of(field).getOrDefault(asked, new TreeSet<>());
      if (!(asked instanceof Document operators)) return null;
      if (isPlain(operators.get("$eq"))) return having(field, operators.get("$eq"));
      if (operators.get("$in") instanceof Collection<?> values && values.stream().allMatch(Narrowed::isPlain)) {
        var each = of(field);
        return union(values.stream().map(each::get).filter(Objects::nonNull).toList());
      }
      if (isPlain(operators.get("$gt"))) return union(of(field).tailMap(operators.get("$gt"), false).values());
      return null;
    }

    private static TreeSet<Integer> union(Collection<TreeSet<Integer>> sets) {
      if (sets.size() == 1) return sets.iterator().next();
      TreeSet<Integer> all = new TreeSet<>();
      sets.forEach(all::addAll);
      return all;
    }

    private static boolean isPlain(Object value) {
      return value instanceof String
          || value instanceof Number
          || value instanceof Boolean
          || value instanceof ObjectId;
    }

    private TreeMap<Object, TreeSet<Integer>> of(String field) {
      return places.computeIfAbsent(
          field,
          (name) -> {
            TreeMap<Object, TreeSet<Integer>> made = new TreeMap<>(ValueComparator.asc());
            streamAllDocumentsWithPosition()
                .forEach((each) -> put(made, each.getDocument().get(name), each.getPosition()));
            return made;
          });
    }

    private static void put(TreeMap<Object, TreeSet<Integer>> made, Object value, Integer position) {
      eachOf(value, (plain) -> made.computeIfAbsent(plain, (fresh) -> new TreeSet<>()).add(position));
    }

    private static void take(TreeMap<Object, TreeSet<Integer>> made, Object value, Integer position) {
      eachOf(
          value,
          (plain) ->
              made.computeIfPresent(
                  plain, (same, left) -> left.remove(position) && left.isEmpty() ? null : left));
    }

    /** A list matches by each of its values. */
    private static void eachOf(Object value, Consumer<Object> plain) {
      if (value instanceof Collection<?> values) values.forEach((each) -> eachOf(each, plain));
      else if (isPlain(value)) plain.accept(value);
    }

    @Override
    protected Integer addDocumentInternal(Document document) {
      Integer position = super.addDocumentInternal(document);
      places.forEach((field, made) -> put(made, document.get(field), position));
      return position;
    }

    @Override
    protected void removeDocument(Integer position) {
      Document document = getDocument(position);
      places.forEach((field, made) -> take(made, document.get(field), position));
      super.removeDocument(position);
    }

    @Override
    protected void handleUpdate(Integer position, Document before, Document after) {
      places.forEach(
          (field, made) -> {
            if (Objects.equals(before.get(field), after.get(field))) return;
            take(made, before.get(field), position);
            put(made, after.get(field), position);
          });
    }

    /** Nobody asks how large it is; to know it each document was encoded twice more. */
    @Override
    protected boolean tracksDataSize() {
      return false;
    }
  }
}
