import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** Speaks MongoDB's protocol on a free port and keeps everything in memory; prints its address. */
public class Server {
  public static void main(String[] args) {
    MemoryBackend backend = new MemoryBackend();
    backend.version(ServerVersion.MONGO_5_0);
    var address = new MongoServer(backend).bind();
    System.out.println("mongodb://127.0.0.1:" + address.getPort());
  }
}
